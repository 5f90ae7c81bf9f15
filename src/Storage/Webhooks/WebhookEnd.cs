using System.Globalization;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Webhooks;

/// <summary>What is told where an endpoint is not called any more, without anybody having asked for it.</summary>
internal static class WebhookEnd
{
    /// <summary>The reason's code on the worklist.</summary>
    public static string Code(string why) => "webhook-" + why;

    /// <summary>What its row says.</summary>
    public static string Detail(string why) => why == "gone"
        ? "The endpoint answered 410: it wants no more calls. Ask its owner, then enable it again or leave it."
        : "The endpoint took no call for days and is not called any more. Ask its owner, then enable it again; "
            + "what failed can be sent again.";

    /// <summary>The entry of the audit trail.</summary>
    public static AuditEntry Noted(ClaimedDelivery claimed, DeliveryOutcome outcome) => new(
        outcome.At, PeriodicSeals.Actor, PeriodicSeals.Source, "webhook-disabled",
        new AuditSubject("webhook", claimed.WebhookId),
        string.Create(CultureInfo.InvariantCulture, $"webhook-end-{claimed.Number}-{claimed.AttemptCount}"))
    {
        After = $"not called any more: {outcome.Disables}",
    };
}
