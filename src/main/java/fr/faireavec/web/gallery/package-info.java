/** Every fragment in every state on one page, to look at and to measure. */
@NullMarked
package fr.faireavec.web.gallery;

import org.jspecify.annotations.NullMarked;
