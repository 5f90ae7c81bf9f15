namespace BillingActors.Gateway.Auth;

/// <summary>What an endpoint needs, by name; see <see cref="RolePermissions"/> for who has it.</summary>
public static class Permissions
{
    public const string AccountsRead = "accounts.read";
    public const string AccountsWrite = "accounts.write";
    public const string ChargesWrite = "charges.write";
    public const string CreditsWrite = "credits.write";
    public const string ChargesWaive = "charges.waive";
    public const string TransfersWrite = "transfers.write";
    public const string MoveOutsWrite = "move-outs.write";
    public const string ApprovalsRead = "approvals.read";
    public const string ApprovalsDecide = "approvals.decide";

    /// <summary>Whom the right to decide may be lent to, by a delegation.</summary>
    public const string ApprovalsStandIn = "approvals.stand-in";
    public const string PaymentsRead = "payments.read";
    public const string PaymentsWrite = "payments.write";
    public const string PaymentsReverse = "payments.reverse";
    public const string RefundsRequest = "refunds.request";
    public const string RefundsPay = "refunds.pay";
    public const string InvoicesRead = "invoices.read";
    public const string InvoicesSend = "invoices.send";
    public const string UsageRead = "usage.read";
    public const string UsageWrite = "usage.write";
    public const string UsageWork = "usage.work";
    public const string CustomersRead = "customers.read";
    public const string CustomersWrite = "customers.write";
    public const string MasterDataRead = "master-data.read";
    public const string MasterDataWrite = "master-data.write";
    public const string LegalEntitiesRead = "legal-entities.read";
    public const string LegalEntitiesWrite = "legal-entities.write";
    public const string TariffsDraft = "tariffs.draft";
    public const string TariffsWrite = "tariffs.write";
    public const string PoliciesWrite = "policies.write";
    public const string NotesRead = "notes.read";
    public const string NotesWrite = "notes.write";

    /// <summary>Notes that other people wrote; the own ones need no more than to write.</summary>
    public const string NotesWithdraw = "notes.withdraw";
    public const string DisputesRead = "disputes.read";
    public const string DisputesOpen = "disputes.open";
    public const string DisputesWork = "disputes.work";
    public const string CollectionsRead = "collections.read";
    public const string CollectionsWork = "collections.work";
    public const string PromisesTake = "promises.take";
    public const string CollectionsApprove = "collections.approve";
    public const string DepositsRead = "deposits.read";
    public const string DepositsWork = "deposits.work";
    public const string ImportsRead = "imports.read";
    public const string ImportsWrite = "imports.write";
    public const string WorklistRead = "worklist.read";
    public const string WorklistWrite = "worklist.write";
    public const string StreamsRead = "streams.read";
    public const string StreamsWork = "streams.work";
    public const string RunsRead = "bill-runs.read";
    public const string RunsWork = "bill-runs.work";
    public const string RunsApprove = "bill-runs.approve";
    public const string LedgerRead = "ledger.read";
    public const string LedgerClose = "ledger.close";
    public const string LedgerReopen = "ledger.reopen";
    public const string ReportsRead = "reports.read";
    public const string ChartsWrite = "charts.write";
    public const string AuditRead = "audit.read";
    public const string AuditSeal = "audit.seal";
    public const string SensitiveMark = "accounts.mark-sensitive";
    public const string PersonsExport = "persons.export";
    public const string PersonsErase = "persons.erase";
    public const string RetentionManage = "retention.manage";
    public const string KeysManage = "keys.manage";
    public const string ExportsLarge = "exports.large";
    public const string WebhooksManage = "webhooks.manage";
    public const string UsersManage = "users.manage";
    public const string SelfRead = "self.read";
}
