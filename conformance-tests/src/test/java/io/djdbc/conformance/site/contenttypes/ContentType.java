package io.djdbc.conformance.site.contenttypes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A model that Django knows. */
@Entity
@Table(name = "django_content_type", uniqueConstraints = @UniqueConstraint(columnNames = {"app_label", "model"}))
public class ContentType {
    @Id
    @GeneratedValue
    public Integer id;

    @Column(nullable = false, length = 100)
    public String appLabel;

    @Column(nullable = false, length = 100)
    public String model;
}
