package io.djdbc.conformance.golden.odd;

import io.djdbc.query.model.ModelOptions;
import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.Set;

/** A team, whose members are told by {@link Membership}. */
@Entity
@ModelOptions(ordering = {"-priority", "name"})
public class Team {
    @Id
    @GeneratedValue
    public Long id;

    @Column(nullable = false, unique = true, length = 50)
    public String name;

    public short priority;

    @ManyToMany
    @RelationOptions(through = Membership.class, relatedName = "teams")
    public Set<Person> members;
}
