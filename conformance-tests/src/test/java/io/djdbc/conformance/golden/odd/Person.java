package io.djdbc.conformance.golden.odd;

import io.djdbc.query.model.OnDelete;
import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;

/** Somebody, with all kinds of ties. */
@Entity
public class Person {
    @Id
    @GeneratedValue
    public Long id;

    @Column(nullable = false, length = 80)
    public String name;

    @Column(length = 40)
    public String nickname;

    @Column(nullable = false, length = 20)
    public String title = "";

    @Lob
    public String bio;

    @Lob
    @Column(nullable = false)
    public String notes = "";

    @ManyToOne
    @RelationOptions(onDelete = OnDelete.SET_NULL, relatedName = "residents", relatedQueryName = "resident")
    public City city;

    @ManyToOne
    @RelationOptions(onDelete = OnDelete.SET_NULL, relatedName = "reports", relatedQueryName = "report")
    public Person boss;

    @ManyToOne
    @RelationOptions(relatedName = "+")
    public Person mentor;

    @Column(precision = 10, scale = 2)
    public BigDecimal salary;

    public Instant hiredAt;
    public Duration shift;
    public LocalTime wakeTime;
    public boolean active = true;
    public Boolean verified;

    @Column(unique = true)
    public UUID badge;

    @ManyToMany
    public Set<Person> friends;

    @ManyToMany
    @RelationOptions(symmetrical = false, relatedName = "followers")
    public Set<Person> follows;

    @ManyToMany
    @RelationOptions(symmetrical = false, relatedName = "+")
    public Set<Person> blocked;
}
