package io.djdbc.bench.report;

/**
 * One measurement: time per operation, in nanoseconds, by the clock and by the thread's CPU time; bytes allocated per
 * operation. NaN is "not measured".
 */
record Figure(double wallNanos, double cpuNanos, double bytes) {}
