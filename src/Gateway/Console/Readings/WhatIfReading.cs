using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Inquiries;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Asks what days of the past would have cost; nothing is stored.</summary>
internal sealed class WhatIfReading(IGrainFactory grains, IReports reports, ITariffList tariffs)
{
    private const int InvoiceCount = 24;
    private const int TariffCount = 200;

    // Reads around the days: the one a bill begins with may be some days before, the one it ends with some after.
    private const int ReadWindowDays = 10;

    /// <summary>What a person chooses from; null where there is no account it may see.</summary>
    public async Task<WhatIfChoices?> Choices(
        Caller caller, string entityId, string accountId, CancellationToken cancellation)
    {
        var key = AccountKey.Of(entityId, accountId);
        if (!caller.Scope.Allows(entityId)
            || await grains.Account(key).View(cancellation) is not { } account)
            return null;
        var invoices = await reports.InvoicesOf(key, 0, InvoiceCount, cancellation);
        return new WhatIfChoices(
            account,
            [.. invoices.Where(invoice => invoice.CorrectsId is null)],
            await tariffs.List(drafts: false, "", TariffCount, cancellation),
            await tariffs.List(drafts: true, "", TariffCount, cancellation));
    }

    /// <summary>
    /// Registers of a contract and what they showed around the days. Reads a bill before them ended with stay.
    /// </summary>
    public async Task<WhatIfRegisters> Registers(
        Caller caller,
        ContractView contract,
        (DateOnly From, DateOnly Until) days,
        CancellationToken cancellation)
    {
        var point = (MasterKindName.ServicePoint, contract.ServicePointId);
        if (!RolePermissions.Allow(caller.Roles, Permissions.UsageRead)
            || (await grains.Find(caller, point, cancellation))?.Content.ServicePoint is not { } record)
            return WhatIfRegisters.None;
        var first = days.From > contract.From ? days.From.AddDays(1) : days.From.AddDays(-ReadWindowDays);
        var reads = await reports.Reads(
            contract.ServicePointId, first, days.Until.AddDays(ReadWindowDays), cancellation);
        return new WhatIfRegisters(
            [
                .. record.Meters
                    .Where(meter => meter.InstalledOn < days.Until && !(meter.RemovedOn < days.From))
                    .SelectMany(meter => meter.Registers.Select(register => register.Id))
                    .Distinct(StringComparer.Ordinal),
            ],
            [
                .. reads.GroupBy(read => (read.Register, read.MeterSerial, read.On))
                    .Select(same => same.MaxBy(read => read.Version)!)
                    .OrderBy(read => read.Register, StringComparer.Ordinal).ThenBy(read => read.On),
            ]);
    }

    /// <summary>The answer.</summary>
    public Task<Reply<WhatIfView>> Ask(
        AccountView account, WhatIfQuestion question, CancellationToken cancellation) =>
        grains.GetGrain<IBillInquiryGrain>(AccountKey.Of(account.EntityId, account.AccountId))
            .WhatIf(question, cancellation);
}
