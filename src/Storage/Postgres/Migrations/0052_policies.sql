-- Policies of dunning and of disputes are master data too; the program knows the kinds there are.
alter table master_record drop constraint master_record_kind_check,
    add constraint master_record_kind_check check (kind <> '');
