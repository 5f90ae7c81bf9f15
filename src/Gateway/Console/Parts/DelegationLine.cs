using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>Who decides in whose place, as it is typed.</summary>
public sealed class DelegationLine
{
    /// <summary>Roles that decide; others lend nothing.</summary>
    public static ImmutableArray<string> Deciding { get; } = ["supervisor", "controller"];

    /// <summary>Who decides.</summary>
    public string ToId { get; set; } = "";

    /// <summary>In whose place.</summary>
    public string FromId { get; set; } = "";

    /// <summary>Roles whose limits count.</summary>
    public ISet<string> Roles { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>First day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? Through { get; set; }

    /// <summary>One that is stored.</summary>
    public static DelegationLine Of(DelegationRecord record) => new()
    {
        ToId = record.ToPersonId,
        FromId = record.FromPersonId,
        Roles = record.Roles.ToHashSet(StringComparer.Ordinal),
        From = record.ValidFrom,
        Through = record.ValidThrough,
    };

    /// <summary>Lends a role, or does not any more.</summary>
    public void Switch(string role)
    {
        if (!Roles.Remove(role))
            Roles.Add(role);
    }

    /// <summary>What is wrong with it; null where it can be sent.</summary>
    public string? Fault()
    {
        var (to, from) = (ToId.Trim(), FromId.Trim());
        if (to.Length == 0 || from.Length == 0)
            return "Say who decides and in whose place.";
        if (to == from)
            return $"{to} cannot decide in their own place.";
        if (!Roles.Overlaps(Deciding))
            return $"Say with which role {to} decides in the place of {from}.";
        return From is { } first && Through is { } last && first <= last
            ? null
            : $"Say from which day through which {to} decides in the place of {from}.";
    }

    /// <summary>As it is stored; roles in the order of the house.</summary>
    public DelegationRecord ToRecord() => new(
        FromId.Trim(), ToId.Trim(),
        [
            .. Deciding.Where(Roles.Contains),
            .. Roles.Except(Deciding, StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ],
        From ?? default, Through ?? default);
}
