package io.djdbc.conformance.golden.odd;

import io.djdbc.query.model.ModelOptions;
import jakarta.persistence.Entity;

/** A proxy of {@link Person}. */
@Entity
@ModelOptions(proxy = true)
public class ActivePerson extends Person {}
