package io.djdbc.conformance.golden.odd;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.time.LocalDate;

/** Its key is a foreign key. */
@Entity
public class Passport {
    @Id
    @OneToOne
    public Person person;

    @Column(nullable = false, unique = true, length = 20)
    public String number;

    public LocalDate expires;
}
