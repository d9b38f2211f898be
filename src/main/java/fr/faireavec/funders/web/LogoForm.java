package fr.faireavec.funders.web;

import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** The picture somebody gives. */
class LogoForm {

	public @Nullable MultipartFile file;

}
