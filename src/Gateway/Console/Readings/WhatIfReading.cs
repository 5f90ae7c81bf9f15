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

    /// <summary>The answer.</summary>
    public Task<Reply<WhatIfView>> Ask(
        AccountView account, WhatIfQuestion question, CancellationToken cancellation) =>
        grains.GetGrain<IBillInquiryGrain>(AccountKey.Of(account.EntityId, account.AccountId))
            .WhatIf(question, cancellation);
}
