package io.djdbc.conformance.site.sessions;

import io.djdbc.query.model.FieldOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody who is logged in. */
@Entity
@Table(name = "django_session")
public class Session {
    @Id
    @Column(length = 40)
    public String sessionKey;

    @Lob
    @Column(nullable = false)
    public String sessionData;

    @Column(nullable = false)
    @FieldOptions(dbIndex = true)
    public Instant expireDate;
}
