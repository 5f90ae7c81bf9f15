using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Reports;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Api;

/// <summary>Who asks for a report, and what day it is for the business.</summary>
internal sealed record ReportRoute(
    Caller Caller, IReceivablesReports Reports, [FromKeyedServices(BillingClock.Key)] TimeProvider Clock)
{
    /// <summary>The day of the business.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>The envelope of a question that goes to accounts.</summary>
    public CommandEnvelope Asked => Caller.Asking(Clock.GetUtcNow());

    /// <summary>Key figures of everything the caller may see.</summary>
    public async Task<ReceivablesReport> Figures(int days, CancellationToken cancellation) => new(
        Today, Clock.GetUtcNow(), days, await Reports.Figures(Caller.Scope, Today, days, cancellation));
}
