package io.djdbc.conformance.golden.odd;

import io.djdbc.query.model.ModelOptions;
import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;

/** The table between {@link Team} and {@link Person}. */
@Entity
@Table(
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uniq_person_team",
                        columnNames = {"person_id", "team_id"}),
        check = @CheckConstraint(name = "left_after_joined", constraint = "({left} IS NULL OR {left} >= ({joined}))"))
@ModelOptions(
        ordering = {"team", "joined", "id"},
        getLatestBy = "joined")
public class Membership {
    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne(optional = false)
    public Person person;

    @ManyToOne(optional = false)
    @RelationOptions(relatedName = "memberships")
    public Team team;

    @Column(nullable = false, length = 20)
    public String role;

    @Column(nullable = false)
    public LocalDate joined;

    public LocalDate left;
}
