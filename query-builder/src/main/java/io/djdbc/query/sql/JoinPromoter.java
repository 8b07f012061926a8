package io.djdbc.query.sql;

import io.djdbc.query.Q.Connector;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Decides which joins of a connected condition must be outer ones, by what its parts need. */
final class JoinPromoter {

    private final boolean or;
    private final int parts;
    private final boolean xor;
    private final Map<String, Integer> votes = new LinkedHashMap<>();

    JoinPromoter(Connector connector, int parts, boolean negated) {
        // NOT (a AND b) is as (NOT a OR NOT b)
        this.xor = connector == Connector.XOR && !negated;
        this.or = negated ? connector == Connector.AND : connector == Connector.OR;
        this.parts = parts;
    }

    /** The aliases that a part needs as inner joins. */
    void addVotes(Collection<String> aliases) {
        for (String alias : aliases) {
            votes.merge(alias, 1, Integer::sum);
        }
    }

    /** Changes the joins; gives those that are inner for certain. */
    Set<String> apply(Query query) {
        Set<String> promoted = new LinkedHashSet<>();
        Set<String> demoted = new LinkedHashSet<>();
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            boolean all = vote.getValue() == parts;
            if (or && !all) {
                promoted.add(vote.getKey());
            }
            if (!or && !xor || or && all) {
                demoted.add(vote.getKey());
            }
        }
        Joining.promote(query, promoted);
        Joining.demote(query, demoted);
        return demoted;
    }
}
