package org.trainingaudit.operate;

import org.trainingaudit.use.ColumnReview.Decision;

/**
 * A person's wish to review a category of a column, as it was typed.
 *
 * @param dataset the dataset's id
 * @param column the column's name as reports have it
 * @param category the category's id
 * @param by the account that decides
 * @param reason why
 */
public record ReviewRequest(
        String dataset, String column, String category, Decision decision, String by, String reason) {}
