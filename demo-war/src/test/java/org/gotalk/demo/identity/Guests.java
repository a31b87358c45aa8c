package org.gotalk.demo.identity;

import jakarta.enterprise.context.ApplicationScoped;
import org.gotalk.cdi.HandlerSet;

/** Nothing of their own: what everybody is offered. */
@ApplicationScoped
@HandlerSet(value = "everybody", overDefault = true)
public class Guests {}
