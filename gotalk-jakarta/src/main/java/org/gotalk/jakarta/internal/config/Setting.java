package org.gotalk.jakarta.internal.config;

/**
 * A row of a {@link SettingTable}.
 *
 * @param key its name, behind the prefix of its table
 * @param byDefault value where nothing is set
 * @param text one sentence for documents
 */
record Setting<T>(String key, Format<T> format, T byDefault, String text) {}
