package org.gotalk.jakarta.internal.config;

/**
 * A row of the {@link SettingTable} or the {@link ClientSettingTable}.
 *
 * @param key its name, behind the prefix of its table
 * @param byDefault value where nothing is set
 * @param text one sentence for documents
 */
record Setting<T>(String key, Format<T> format, T byDefault, String text) {}
