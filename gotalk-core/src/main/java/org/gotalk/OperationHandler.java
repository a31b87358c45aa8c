package org.gotalk;

import java.util.Optional;

/** The handler of an operation, of either kind. */
record OperationHandler(Optional<RequestHandler> single, Optional<StreamHandler> stream) {}
