package io.djdbc.query.queryset;

import io.djdbc.query.DoesNotExist;
import io.djdbc.query.MultipleObjectsReturned;
import io.djdbc.query.model.Model;

/** What is thrown where a query gives nothing, or too much. */
public final class Failures {

    private Failures() {}

    public static DoesNotExist doesNotExist(Model model) {
        return new DoesNotExist(model.name(), model.name() + " matching query does not exist.");
    }

    static MultipleObjectsReturned several(Model model, int found, boolean limited, int limit) {
        String number = !limited || found < limit ? Integer.toString(found) : "more than " + (limit - 1);
        return new MultipleObjectsReturned(
                model.name(), "get() returned more than one " + model.name() + " -- it returned " + number + "!");
    }
}
