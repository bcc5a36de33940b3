/** The application; see {@link org.trainingaudit.AuditApplication}. */
@NullMarked
package org.trainingaudit;

import org.jspecify.annotations.NullMarked;
