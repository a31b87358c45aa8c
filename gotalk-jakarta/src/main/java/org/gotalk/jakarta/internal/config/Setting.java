package org.gotalk.jakarta.internal.config;

/**
 * A row of the {@link SettingTable} or the {@link ClientSettingTable}.
 *
 * @param key its key, without the prefix of its table
 * @param byDefault the default value
 * @param text a one-sentence description for documents
 */
record Setting<T>(String key, Format<T> format, T byDefault, String text) {}
