using System.Collections.Frozen;

namespace BillingActors.Gateway.Auth;

/// <summary>The one table of who may do what.</summary>
public static class RolePermissions
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Table = new (string Name, string[] Roles)[]
    {
        (Permissions.AccountsRead, [Role.Operator, Role.Clerk, Role.Agent, Role.Collector, Role.Supervisor,
            Role.Controller, Role.Auditor, Role.Integrator]),
        (Permissions.AccountsWrite, [Role.Operator, Role.Clerk, Role.Supervisor, Role.Integrator]),
        (Permissions.ChargesWrite, [Role.Clerk, Role.Supervisor]),
        (Permissions.CreditsWrite, [Role.Clerk, Role.Supervisor, Role.Controller]),
        (Permissions.ChargesWaive, [Role.Clerk, Role.Collector, Role.Supervisor, Role.Controller]),
        (Permissions.TransfersWrite, [Role.Clerk, Role.Supervisor, Role.Controller]),
        (Permissions.MoveOutsWrite, [Role.Clerk, Role.Supervisor]),
        (Permissions.ApprovalsRead, [Role.Clerk, Role.Supervisor, Role.Controller, Role.Auditor]),
        (Permissions.ApprovalsDecide, [Role.Supervisor, Role.Controller]),
        (Permissions.ApprovalsStandIn, [Role.Clerk, Role.Collector, Role.Supervisor, Role.Controller]),
        (Permissions.PaymentsRead, [Role.Operator, Role.Clerk, Role.Agent, Role.Collector, Role.Supervisor,
            Role.Controller, Role.Auditor, Role.Integrator]),
        (Permissions.PaymentsWrite, [Role.Clerk, Role.Supervisor, Role.Integrator]),
        (Permissions.PaymentsReverse, [Role.Clerk, Role.Supervisor, Role.Integrator]),
        (Permissions.RefundsRequest, [Role.Clerk, Role.Supervisor]),
        (Permissions.RefundsPay, [Role.Supervisor, Role.Integrator]),
        (Permissions.InvoicesRead, [Role.Operator, Role.Clerk, Role.Agent, Role.Collector, Role.Supervisor,
            Role.Controller, Role.Auditor]),
        (Permissions.InvoicesSend, [Role.Clerk, Role.Agent, Role.Collector, Role.Supervisor]),
        (Permissions.UsageRead, [Role.Operator, Role.Clerk, Role.Agent, Role.Supervisor, Role.Controller,
            Role.Auditor, Role.Integrator]),
        (Permissions.UsageWrite, [Role.Operator, Role.Supervisor, Role.Integrator]),
        (Permissions.UsageWork, [Role.Operator, Role.Clerk, Role.Supervisor]),
        (Permissions.CustomersRead, [Role.Operator, Role.Clerk, Role.Agent, Role.Collector, Role.Supervisor,
            Role.Auditor, Role.Integrator]),
        (Permissions.CustomersWrite, [Role.Operator, Role.Clerk, Role.Supervisor, Role.Integrator]),
        (Permissions.MasterDataRead, [Role.Operator, Role.Clerk, Role.Agent, Role.Supervisor, Role.Controller,
            Role.Auditor, Role.Integrator]),
        (Permissions.MasterDataWrite, [Role.Operator, Role.Supervisor, Role.Integrator]),
        (Permissions.LegalEntitiesRead, [Role.Supervisor, Role.Controller, Role.Auditor, Role.Admin]),
        (Permissions.LegalEntitiesWrite, [Role.Controller, Role.Admin]),
        (Permissions.TariffsDraft, [Role.Operator, Role.Supervisor, Role.Controller]),
        (Permissions.TariffsWrite, [Role.Supervisor, Role.Controller]),
        (Permissions.PoliciesWrite, [Role.Supervisor, Role.Controller]),
        (Permissions.NotesRead, [Role.Clerk, Role.Agent, Role.Collector, Role.Supervisor, Role.Auditor]),
        (Permissions.NotesWrite, [Role.Clerk, Role.Agent, Role.Collector, Role.Supervisor]),
        (Permissions.NotesWithdraw, [Role.Supervisor]),
        (Permissions.DisputesRead, [Role.Clerk, Role.Agent, Role.Collector, Role.Supervisor, Role.Controller,
            Role.Auditor]),
        (Permissions.DisputesOpen, [Role.Clerk, Role.Agent, Role.Collector, Role.Supervisor]),
        (Permissions.DisputesWork, [Role.Clerk, Role.Supervisor]),
        (Permissions.CollectionsRead, [Role.Clerk, Role.Agent, Role.Collector, Role.Supervisor, Role.Controller,
            Role.Auditor]),
        (Permissions.CollectionsWork, [Role.Collector, Role.Supervisor]),
        (Permissions.PromisesTake, [Role.Agent, Role.Collector, Role.Supervisor]),
        (Permissions.CollectionsApprove, [Role.Supervisor]),
        (Permissions.DepositsRead, [Role.Clerk, Role.Agent, Role.Collector, Role.Supervisor, Role.Controller,
            Role.Auditor]),
        (Permissions.DepositsWork, [Role.Clerk, Role.Supervisor, Role.Controller]),
        (Permissions.ImportsRead, [Role.Operator, Role.Supervisor, Role.Auditor, Role.Integrator]),
        (Permissions.ImportsWrite, [Role.Operator, Role.Integrator]),
        (Permissions.WorklistRead, [Role.Operator, Role.Clerk, Role.Supervisor, Role.Auditor]),
        (Permissions.WorklistWrite, [Role.Operator, Role.Clerk, Role.Supervisor]),
        (Permissions.StreamsRead, [Role.Operator, Role.Supervisor, Role.Auditor]),
        (Permissions.StreamsWork, [Role.Operator, Role.Supervisor]),
        (Permissions.RunsRead, [Role.Operator, Role.Supervisor, Role.Controller, Role.Auditor]),
        (Permissions.RunsWork, [Role.Operator, Role.Supervisor]),
        (Permissions.RunsApprove, [Role.Supervisor, Role.Controller]),
        (Permissions.LedgerRead, [Role.Supervisor, Role.Controller, Role.Auditor]),
        (Permissions.LedgerClose, [Role.Controller]),
        (Permissions.LedgerReopen, [Role.Supervisor, Role.Controller]),
        (Permissions.ReportsRead, [Role.Collector, Role.Supervisor, Role.Controller, Role.Auditor]),
        (Permissions.ChartsWrite, [Role.Controller]),
        (Permissions.AuditRead, [Role.Supervisor, Role.Auditor, Role.Admin]),
        (Permissions.AuditSeal, [Role.Auditor, Role.Admin]),
        (Permissions.SensitiveMark, [Role.Supervisor, Role.Admin]),
        (Permissions.PersonsExport, [Role.Supervisor, Role.Admin]),
        (Permissions.PersonsErase, [Role.Supervisor, Role.Admin]),
        (Permissions.RetentionManage, [Role.Controller, Role.Admin]),
        (Permissions.KeysManage, [Role.Admin]),
        (Permissions.ExportsLarge, [Role.Supervisor, Role.Controller, Role.Auditor]),
        (Permissions.WebhooksManage, [Role.Admin]),
        (Permissions.UsersManage, [Role.Admin]),
        (Permissions.SelfRead, [.. Role.All]),
    }.ToFrozenDictionary(
        row => row.Name, row => row.Roles.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>All permissions there are.</summary>
    public static IReadOnlyCollection<string> All => Table.Keys;

    /// <summary>Whether one of the roles has the permission.</summary>
    public static bool Allow(IEnumerable<string> roles, string permission) => roles.Any(Table[permission].Contains);
}
