using BillingActors.Domain.Rating;

namespace BillingActors.Domain.Explanations;

/// <summary>
/// Finds out which lines of two bills are the same thing: the same part of the same charge; the whole charge where its
/// price was built anew; what is billed in the same unit where a contract moved to another tariff.
/// </summary>
internal sealed class LinePairing(ComparedBill before, ComparedBill after)
{
    private readonly ILookup<(string Contract, string Code), RatedLine> _before = Charges(before);
    private readonly ILookup<(string Contract, string Code), RatedLine> _after = Charges(after);

    /// <summary>The pairs, in the order of the explained bill and then of the other.</summary>
    public List<LinePair> Pairs()
    {
        var pairs = new List<LinePair>();
        var (ended, begun) = (new List<RatedLine>(), new List<RatedLine>());
        foreach (var charge in _after.Select(Key).Union(_before.Select(Key)))
        {
            List<RatedLine> old = [.. _before[charge]], now = [.. _after[charge]];
            if (old.Count == 0)
                begun.AddRange(now);
            else if (now.Count == 0)
                ended.AddRange(old);
            else
                AddCharge(old, now, pairs);
        }
        AddOneSided(ended, begun, pairs);
        return pairs;
    }

    private static void AddCharge(List<RatedLine> old, List<RatedLine> now, List<LinePair> pairs)
    {
        var isRebuilt = !old.Select(Part).ToHashSet().SetEquals(now.Select(Part))
            && !Versions(old).SetEquals(Versions(now));
        if (isRebuilt)
            AddGroups(old, now, static line => (line.Unit, "", ""), pairs);
        else
            AddGroups(old, now, Part, pairs);
    }

    private static void AddGroups(
        List<RatedLine> old,
        List<RatedLine> now,
        Func<RatedLine, (string Unit, string Tier, string TimeOfUse)> part,
        List<LinePair> pairs)
    {
        foreach (var key in now.Concat(old).Select(part).Distinct())
        {
            pairs.Add(new LinePair(
                LineGroup.Of(old.Where(line => part(line) == key), old),
                LineGroup.Of(now.Where(line => part(line) == key), now),
                IsCharged: true));
        }
    }

    // A charge that only one bill has: the other may have had nothing to count, or the contract changed its tariff.
    private void AddOneSided(List<RatedLine> ended, List<RatedLine> begun, List<LinePair> pairs)
    {
        var contracts = begun.Concat(ended).Select(static line => line.ContractId);
        foreach (var contract in contracts.Distinct(StringComparer.Ordinal).ToList())
        {
            List<RatedLine> old = [.. ended.Where(line => line.ContractId == contract)];
            List<RatedLine> now = [.. begun.Where(line => line.ContractId == contract)];
            var (oldVersions, newVersions) = (VersionsOf(before, contract), VersionsOf(after, contract));
            if (contract.Length > 0 && !TariffsOf(oldVersions).Overlaps(TariffsOf(newVersions)))
                AddMoved(old, now, pairs);
            else
                AddAlone(old, now, (oldVersions, newVersions), pairs);
        }
    }

    private static void AddMoved(List<RatedLine> old, List<RatedLine> now, List<LinePair> pairs)
    {
        foreach (var (unit, isCredit) in now.Concat(old).Select(UnitOf).Distinct())
        {
            List<RatedLine> left = [.. old.Where(line => UnitOf(line) == (unit, isCredit))];
            List<RatedLine> right = [.. now.Where(line => UnitOf(line) == (unit, isCredit))];
            pairs.Add(new LinePair(LineGroup.Of(left, left), LineGroup.Of(right, right), IsCharged: false));
        }
    }

    private static void AddAlone(
        List<RatedLine> old,
        List<RatedLine> now,
        (HashSet<string> Before, HashSet<string> After) versions,
        List<LinePair> pairs)
    {
        foreach (var lines in now.GroupBy(Charge).Concat(old.GroupBy(Charge)).Select(static group => group.ToList()))
        {
            // The same version had the charge too; there was nothing to count.
            var isCharged = versions.Before.Overlaps(Versions(lines)) && versions.After.Overlaps(Versions(lines));
            var isNew = now.Contains(lines[0]);
            AddParts(lines, isNew, isCharged, pairs);
        }
    }

    private static void AddParts(List<RatedLine> lines, bool isNew, bool isCharged, List<LinePair> pairs)
    {
        foreach (var part in lines.GroupBy(Part))
        {
            var group = LineGroup.Of(part, lines);
            pairs.Add(isNew ? new LinePair(null, group, isCharged) : new LinePair(group, null, isCharged));
        }
    }

    private static ILookup<(string Contract, string Code), RatedLine> Charges(ComparedBill bill) =>
        bill.Lines.ToLookup(Charge);

    private static (string Contract, string Code) Charge(RatedLine line) => (line.ContractId, line.Code);

    private static (string Contract, string Code) Key(IGrouping<(string Contract, string Code), RatedLine> charge) =>
        charge.Key;

    private static (string Unit, string Tier, string TimeOfUse) Part(RatedLine line) =>
        (line.Unit, line.Tier ?? "", line.TimeOfUse ?? "");

    private static (string Unit, bool IsCredit) UnitOf(RatedLine line) => (line.Unit, line.ExactAmount < 0m);

    private static HashSet<string> Versions(IEnumerable<RatedLine> lines) =>
        lines.Select(static line => line.TariffVersion).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> VersionsOf(ComparedBill bill, string contract) =>
        Versions(bill.Lines.Where(line => line.ContractId == contract));

    private static HashSet<string> TariffsOf(HashSet<string> versions) =>
        versions.Select(static version => version.Split('@')[0]).ToHashSet(StringComparer.Ordinal);
}
