package io.djdbc.conformance.golden.odd;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** Pointed to by its code. Has private attributes only. */
@Entity
public class Country {
    @Id
    @GeneratedValue
    private Long id;

    @Column(nullable = false, unique = true, length = 3)
    private String code;

    @Column(nullable = false, length = 60)
    private String name;

    protected Country() {}

    @Override
    public String toString() {
        return id + " " + code + " " + name;
    }
}
