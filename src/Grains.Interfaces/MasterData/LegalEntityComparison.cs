using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>Compares two versions of a legal entity, setting by setting.</summary>
public static class LegalEntityComparison
{
    private const string Limits = "approvalLimits";
    private const string Delegations = "delegations";

    // Limits without a currency are in that of the entity, so it decides as well.
    private static readonly string[] Deciding =
        [Limits, "approvalDays", "needsSecondPerson", Delegations, "currency"];

    /// <summary>
    /// Whether two versions differ in who may approve what. Also the order of limits counts: the first that fits is
    /// the one.
    /// </summary>
    public static bool DecideDifferently(LegalEntityRecord before, LegalEntityRecord after)
    {
        var (old, now) = (Written(before), Written(after));
        return Deciding.Any(name => !JsonNode.DeepEquals(old[name], now[name]));
    }

    /// <summary>The differences, in the order of the settings; limits and delegations one by one.</summary>
    public static ImmutableArray<LegalEntityChangeView> Between(LegalEntityRecord before, LegalEntityRecord after)
    {
        var changes = ImmutableArray.CreateBuilder<LegalEntityChangeView>();
        Compare("", Flat(before), Flat(after), changes);
        var (old, now) = (Written(before)[Limits], Written(after)[Limits]);
        var isTold = changes.Any(change => change.Path.StartsWith(Limits, StringComparison.Ordinal));
        if (!isTold && !JsonNode.DeepEquals(old, now)) // Only their order differs.
            changes.Add(new LegalEntityChangeView(Limits, old?.ToJsonString(), now?.ToJsonString()));
        return changes.ToImmutable();
    }

    private static void Compare(
        string path, JsonObject before, JsonObject after, ImmutableArray<LegalEntityChangeView>.Builder changes)
    {
        var names = before.Select(one => one.Key).Union(after.Select(one => one.Key), StringComparer.Ordinal);
        foreach (var name in names)
        {
            var (old, now) = (before[name], after[name]);
            if (JsonNode.DeepEquals(old, now))
                continue;
            if ((old ?? new JsonObject()) is JsonObject was && (now ?? new JsonObject()) is JsonObject becomes)
                Compare(path + name + "/", was, becomes, changes);
            else
                changes.Add(new LegalEntityChangeView(path + name, TextOf(old), TextOf(now)));
        }
    }

    // Limits and delegations by what tells them apart, not by their place in a list.
    private static JsonObject Flat(LegalEntityRecord entity)
    {
        var flat = Written(entity);
        var limits = new JsonObject();
        if (entity.ApprovalLimits is not { } named)
            limits["every role"] = "defaults of the house";
        foreach (var limit in entity.ApprovalLimits ?? [])
        {
            var key = $"{limit.Role}/{limit.Action}/{limit.Currency ?? entity.Currency}";
            if (limits.ContainsKey(key))
                continue; // The first that fits is the one.
            limits[key] = limit.LimitMinor.ToString(CultureInfo.InvariantCulture);
            if (limit.AloneMinor is { } alone)
                limits[key + "/alone"] = alone.ToString(CultureInfo.InvariantCulture);
        }
        flat[Limits] = limits;
        var lent = new JsonObject();
        foreach (var one in entity.Delegations ?? [])
        {
            var key = $"{one.FromPersonId} to {one.ToPersonId} from {Text(one.ValidFrom)}";
            lent[key] ??= $"{string.Join(", ", one.Roles)} through {Text(one.ValidThrough)}";
        }
        flat[Delegations] = lent;
        return flat;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? TextOf(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value => value.ToString(),
        _ => node.ToJsonString(),
    };

    private static JsonObject Written(LegalEntityRecord entity) =>
        JsonSerializer.SerializeToNode(entity, JsonSerializerOptions.Web)!.AsObject();
}
