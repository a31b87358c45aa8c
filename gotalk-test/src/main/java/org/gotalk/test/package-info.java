/**
 * Tests of applications: {@link org.gotalk.test.TestServer} runs handlers or CDI beans in memory and gives {@link
 * org.gotalk.test.TestPeer}s; {@link org.gotalk.test.GotalkTest} and {@link org.gotalk.test.GotalkExtension} tie one to
 * the tests of JUnit.
 */
@NullMarked
package org.gotalk.test;

import org.jspecify.annotations.NullMarked;
