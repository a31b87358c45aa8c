package org.gotalk.spi;

/**
 * An object that an {@link Application} has created for one connection.
 *
 * @param object the object
 * @param release gives back what the object depends on; called once, when its connection has closed
 */
public record ManagedObject<T>(T object, Runnable release) {}
