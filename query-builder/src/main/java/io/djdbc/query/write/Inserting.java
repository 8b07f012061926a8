package io.djdbc.query.write;

import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Model;

/** Inserts rows. */
final class Inserting {

    Inserting(Session session, Backend backend) {}

    void insertOne(Model model, Object instance, boolean withKey) {
        throw new UnsupportedOperationException("later");
    }
}
