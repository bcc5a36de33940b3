-- Accounts of people who sign in with their organisation's own provider have no password here (package org.trainingaudit.access).
alter table access_account add column organisation boolean default false not null;
