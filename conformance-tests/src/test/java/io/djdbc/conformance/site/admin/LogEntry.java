package io.djdbc.conformance.site.admin;

import io.djdbc.conformance.site.auth.User;
import io.djdbc.conformance.site.contenttypes.ContentType;
import io.djdbc.query.model.FieldOptions;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.ModelOptions;
import io.djdbc.query.model.OnDelete;
import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** What somebody did in the admin. */
@Entity
@Table(name = "django_admin_log")
@ModelOptions(ordering = "-action_time")
public class LogEntry {
    @Id
    @GeneratedValue
    public Integer id;

    @Column(nullable = false)
    public Instant actionTime = Instant.now();

    @ManyToOne(optional = false)
    public User user;

    @ManyToOne
    @RelationOptions(onDelete = OnDelete.SET_NULL)
    public ContentType contentType;

    @Lob
    public String objectId;

    @Column(nullable = false, length = 200)
    public String objectRepr;

    @FieldOptions(type = FieldType.POSITIVE_SMALL_INTEGER)
    @Column(nullable = false)
    public Short actionFlag;

    @Lob
    @Column(nullable = false)
    public String changeMessage = "";
}
