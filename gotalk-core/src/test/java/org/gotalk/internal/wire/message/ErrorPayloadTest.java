package org.gotalk.internal.wire.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text, code and data of an error in one payload. */
class ErrorPayloadTest {

    private static final Payload JSON = Payload.utf8("{\"least\":[50,\"}\\\"\"],\"code\":\"x\"}");

    @Test
    void aTextAloneIsThePayload() {
        ErrorPayload error = new ErrorPayload("not today", "", Payload.EMPTY);
        assertThat(error.extended().text()).isEqualTo("not today");
        assertThat(ErrorPayload.read(error.extended())).isEqualTo(error);
    }

    @Test
    void codeAndDataFollowTheTextBehindASeparator() {
        assertThat(new ErrorPayload("too low", "bid-too-low", JSON).extended().text())
                .isEqualTo("too low\u001f{\"code\":\"bid-too-low\",\"data\":" + JSON.text() + "}");
        assertThat(new ErrorPayload("too low", "", JSON).extended().text())
                .isEqualTo("too low\u001f{\"data\":" + JSON.text() + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "too low", "a\u001fb", "a\u001f{\"code\":\"forged\"}", "\u001f", "\u001f{}", "é😀"})
    void whatIsWrittenIsRead(String text) {
        for (Payload data : new Payload[] {Payload.EMPTY, JSON, Payload.utf8("1"), Payload.utf8("\"\\u001f\"")}) {
            for (String code : new String[] {"", "bid-too-low"}) {
                ErrorPayload error = new ErrorPayload(text, code, data);
                assertThat(ErrorPayload.read(error.extended())).isEqualTo(error);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u001f",
                "a\u001fb",
                "a\u001f{",
                "a\u001f{} x",
                "a\u001f{\"code\":}",
                "a\u001f{\"code\":\"x\"",
                "a\u001f{\"code\":\"x\",}",
                "a\u001f{\"code\" \"x\"}",
                "a\u001f{code:1}",
                "a\u001f{\"data\":[1}",
                "a\u001f{\"data\":\"\\",
                "a\u001f[\"code\"]"
            })
    void aTextThatOnlyLooksLikeItIsAText(String text) {
        assertThat(ErrorPayload.read(Payload.utf8(text))).isEqualTo(new ErrorPayload(text, "", Payload.EMPTY));
    }

    @Test
    void membersOfLaterVersionsAndBlanksAreSkipped() {
        Payload payload = Payload.utf8("a\u001f { \"x\" : [{}, \"]\"] , \"data\" : -1.5e+3 , \"code\" : \"c\" } ");
        assertThat(ErrorPayload.read(payload)).isEqualTo(new ErrorPayload("a", "c", Payload.utf8("-1.5e+3")));
        assertThat(ErrorPayload.read(Payload.utf8("a\u001f{\"code\":5,\"data\":null}")))
                .isEqualTo(new ErrorPayload("a", "", Payload.EMPTY));
    }
}
