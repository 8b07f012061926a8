package io.djdbc.conformance.site.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.Set;

/** Users who may do the same. */
@Entity
public class Group {
    @Id
    @GeneratedValue
    public Integer id;

    @Column(nullable = false, unique = true, length = 150)
    public String name;

    @ManyToMany
    public Set<Permission> permissions;
}
