package io.djdbc.query.row;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What makes instances of which columns, so that all queries for a model share it. Safe for use by several threads. */
public final class InstanceMakers {

    private static final int LIMIT = 1_000;

    private final Map<RowColumns, InstanceMaker> makers = new ConcurrentHashMap<>();

    InstanceMaker of(RowColumns columns) {
        InstanceMaker maker = makers.get(columns);
        if (maker == null) {
            if (makers.size() >= LIMIT) {
                makers.clear();
            }
            maker = makers.computeIfAbsent(columns, InstanceMaker::new);
        }
        return maker;
    }
}
