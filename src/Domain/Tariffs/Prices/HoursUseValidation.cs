using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>Checks a price by hours of use: blocks that can be reached, and a demand to count with.</summary>
internal sealed class HoursUseValidation(TariffVersion version, ProblemList problems)
{
    public void Check(PriceModel.HoursUse hours, string path)
    {
        CheckDemand(hours.Demand, path);
        if (hours.Per == ChargePer.Year)
            problems.Add($"{path}/per", "unknown-span", "Hours of use are counted per month, day or bill.");
        if (hours.Blocks.IsEmpty)
            problems.Add($"{path}/steps", "no-tiers", "A price by hours of use has at least one block.");
        for (var i = 0; i < hours.Blocks.Length; i++)
        {
            CheckBounds(hours.Blocks[i], $"{path}/steps/{i}");
            if (!IsReachable(hours.Blocks[i], i == 0 ? null : hours.Blocks[i - 1]))
            {
                problems.Add(
                    $"{path}/steps/{i}", "unreachable-tier", "Limits rise, and only the last block has none.");
            }
            new PriceValidation(version, problems).Check(hours.Blocks[i].Price, $"{path}/steps/{i}", isNested: true);
        }
        if (hours.Blocks is [.., { UpTo: not null }])
        {
            problems.Add(
                $"{path}/steps/{hours.Blocks.Length - 1}/upTo", "open-end", "The last block has no limit.");
        }
    }

    // Limits that depend on the demand in different ways may cross: then one demand has no room for one of them.
    private static bool IsReachable(HoursUseBlock block, HoursUseBlock? before)
    {
        if (before is { UpTo: null } || block.Most <= 0m)
            return false;
        if (block.UpTo is not { } hours || block.Least > 0m)
            return true;
        if (before is null || block.IsWidth)
            return hours > 0m || block.Plus > 0m;
        var areAlike = before is { IsWidth: false, Least: null, Most: null } && before.Over == block.Over
            && block.Most is null;
        return !areAlike || hours > before.UpTo || block.Plus > before.Plus;
    }

    private void CheckBounds(HoursUseBlock block, string path)
    {
        foreach (var (name, number) in new (string, decimal?)[]
        {
            (block.IsWidth ? "width" : "upTo", block.UpTo), ("plus", block.Plus), ("over", block.Over),
            ("least", block.Least), ("most", block.Most),
        })
        {
            if (number < 0m)
                problems.Add($"{path}/{name}", "out-of-range", $"{name} of a block is not negative.");
        }
        if (block.Least > block.Most)
            problems.Add($"{path}/most", "out-of-range", "The most of a block is not less than its least.");
    }

    private void CheckDemand(HoursUseDemand demand, string path)
    {
        var given = new[] { demand.Charge is not null, demand.Fixed is not null, demand.Option is not null };
        if (given.Count(static isGiven => isGiven) != 1)
            problems.Add($"{path}/demandCharge", "one-demand", "One of demandCharge, demand and option is given.");
        var demands = version.Charges.OfType<Charge.Demand>();
        if (demand.Charge is { } code && demands.All(charge => charge.Head.Code != code))
            problems.Add($"{path}/demandCharge", "unknown-charge", $"The version has no demand charge {code}.");
        if (demands.Any(charge => charge.Head.Code == demand.Charge && charge.Head.When is not null))
        {
            problems.Add(
                $"{path}/demandCharge", "unfit-condition", "Hours of use are of a demand that is always billed.");
        }
        if (demand.Fixed < 0m)
            problems.Add($"{path}/demand", "out-of-range", "A demand is not negative.");
        if (demand.Option is { } option && SettingRegistry.Find(option) is not Setting<decimal?>)
            problems.Add($"{path}/option", "unknown-setting", $"There is no setting {option} with a number.");
    }
}
