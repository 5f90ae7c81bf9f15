using System.Globalization;
using BillingActors.Storage.Webhooks;

namespace BillingActors.Gateway.Webhooks;

/// <summary>The rules of endpoints, and how the audit trail tells of them.</summary>
internal static class WebhookRules
{
    /// <summary>Endpoints of one legal entity.</summary>
    public const int CountMax = 20;

    private const int DescriptionMax = 200;
    private const int OverlapHoursMax = 168;

    /// <summary>The rule that an endpoint breaks, or null.</summary>
    public static string? Check(WebhookChange wanted, bool loopbackHttp)
    {
        if (EgressRules.Check(wanted.Url ?? "", loopbackHttp) is { } broken)
            return broken;
        if (string.IsNullOrWhiteSpace(wanted.Description) || wanted.Description.Length > DescriptionMax)
            return "The description must have 1 to 200 characters.";
        if (wanted.Types.IsDefaultOrEmpty || wanted.Types.Except(WebhookEvents.All, StringComparer.Ordinal).Any()
            || wanted.Types.Distinct(StringComparer.Ordinal).Count() != wanted.Types.Length)
        {
            return $"The types must be some of: {string.Join(", ", WebhookEvents.All)}.";
        }
        return null;
    }

    /// <summary>The rule that another secret breaks, or null.</summary>
    public static string? Check(SecretChange wanted) =>
        wanted.OverlapHours is >= 0 and <= OverlapHoursMax ? null : "The overlap must be 0 to 168 hours.";

    /// <summary>The rule that a wish breaks, or null.</summary>
    public static string? Check(ReplayWish wish)
    {
        var count = (wish.Number is null ? 0 : 1) + (wish.AllFailed ? 1 : 0) + (wish.From is null ? 0 : 1);
        return count == 1 ? null : "Name a number, or allFailed, or from.";
    }

    /// <summary>What the audit trail says of an endpoint.</summary>
    public static string Describe(Webhook webhook) =>
        $"{webhook.Description}; of {webhook.EntityId}; to {webhook.Url}; {string.Join(", ", webhook.Types)}; "
        + (webhook.IsEnabled ? "enabled" : $"disabled, {webhook.Why}");

    /// <summary>What the audit trail says of a replay.</summary>
    public static string Describe(ReplayWish wish) => wish switch
    {
        { Number: { } number } => string.Create(CultureInfo.InvariantCulture, $"delivery {number}"),
        { From: { } from } => "from " + from.UtcDateTime.ToString("u", CultureInfo.InvariantCulture),
        _ => "all that failed",
    };
}
