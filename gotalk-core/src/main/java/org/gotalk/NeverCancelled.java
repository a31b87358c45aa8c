package org.gotalk;

/** The cancellation of what no peer has asked for. */
enum NeverCancelled implements Cancellation {
    INSTANCE;

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void onCancel(Runnable action) {}
}
