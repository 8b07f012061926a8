package io.djdbc.conformance.site.auth;

import io.djdbc.conformance.site.contenttypes.ContentType;
import io.djdbc.query.model.ModelOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** What somebody may do with a model. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"content_type_id", "codename"}))
@ModelOptions(ordering = {"content_type__app_label", "content_type__model", "codename"})
public class Permission {
    @Id
    @GeneratedValue
    public Integer id;

    @Column(nullable = false, length = 255)
    public String name;

    @ManyToOne(optional = false)
    public ContentType contentType;

    @Column(nullable = false, length = 100)
    public String codename;
}
