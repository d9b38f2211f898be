package fr.faireavec.sheets.web;

import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** The file somebody asks about. */
class VerificationForm {

	public @Nullable MultipartFile file;

}
