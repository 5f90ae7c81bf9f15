using BillingActors.Domain.Tariffs.Prices;

namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>Checks a price by quantity: steps that can be reached, packages with a size, rows that fit.</summary>
internal sealed class QuantityPriceValidation(ProblemList problems)
{
    /// <summary>Adds the problems of the price of a subscription or of events.</summary>
    public void Check(PriceModel price, string path, bool isOfEvents)
    {
        switch (price)
        {
            case PriceModel.Tiers { Per: ChargePer.Life } when !isOfEvents:
                problems.Add($"{path}/per", "unknown-span", "What is ordered has no count that goes on.");
                break;
            case PriceModel.Flat or PriceModel.Tiers:
                break;
            case SteppedPrice stepped:
                CheckSteps(stepped, path);
                break;
            case PackagePrice package:
                if (package.Size <= 0m || package.Free < 0m)
                    problems.Add($"{path}/size", "out-of-range", "A package has units; what is free is not negative.");
                break;
            case PercentagePrice percentage when isOfEvents:
                if (percentage.Most < percentage.Least)
                    problems.Add($"{path}/most", "out-of-range", "The most is not below the least.");
                break;
            case PriceModel.PerWindow window when isOfEvents:
                new WindowValidation(path, problems).CheckOfEvents(window);
                Check(window.Price, $"{path}/price", isOfEvents: true);
                break;
            case CapacityPrice capacity when isOfEvents:
                CheckCapacity(capacity, path);
                break;
            case MatrixPrice matrix when isOfEvents:
                CheckMatrix(matrix, path);
                break;
            default:
                problems.Add(path, "unfit-price", isOfEvents
                    ? "Events are priced flat, in steps, per package, by capacity, by a percentage or by a matrix."
                    : "A quantity ordered is priced flat, in steps or per package.");
                break;
        }
    }

    private void CheckSteps(SteppedPrice price, string path)
    {
        if (price.Steps.IsEmpty)
            problems.Add($"{path}/steps", "no-tiers", "A stepped price has at least one step.");
        var below = (decimal?)0m;
        for (var i = 0; i < price.Steps.Length; i++)
        {
            var limit = price.Steps[i].UpTo;
            // A first step up to zero is a price for no use at all.
            var isReached = below is not null && (limit is null || limit > below || (i == 0 && limit == 0m));
            if (!isReached)
                problems.Add($"{path}/steps/{i}", "unreachable-tier", "Limits rise, and only the last step has none.");
            if (price.Steps[i].Size is <= 0m)
                problems.Add($"{path}/steps/{i}/size", "out-of-range", "A block has units.");
            if (price.Steps[i].Most < (price.Steps[i].Least ?? 0m) || price.Steps[i].Least < 0m)
                problems.Add($"{path}/steps/{i}/most", "out-of-range", "The most is not below the least, nor nothing.");
            if (price.Mode == StepMode.Stairstep && price.Steps[i] is { Least: not null } or { Most: not null })
                problems.Add($"{path}/steps/{i}", "out-of-range", "A stairstep has one price and no limits.");
            below = limit;
        }
        if (!price.Steps.IsEmpty && below is not null)
        {
            var last = price.Steps.Length - 1;
            problems.Add(
                $"{path}/steps/{last}/upTo", "open-end", "The last step has no limit, so that all has a price.");
        }
    }

    private void CheckCapacity(CapacityPrice price, string path)
    {
        if (string.IsNullOrWhiteSpace(price.By))
            problems.Add($"{path}/by", "required", "The field that tells the things apart has a name.");
        if (price.Steps.IsEmpty)
            problems.Add($"{path}/steps", "no-tiers", "A price by capacity has at least one step.");
        for (var i = 0; i < price.Steps.Length; i++)
        {
            var (step, isLast) = (price.Steps[i], i == price.Steps.Length - 1);
            if (isLast != step.UpTo.IsEmpty)
            {
                problems.Add($"{path}/steps/{i}/upTo", isLast ? "open-end" : "unreachable-tier",
                    "Each step has limits, and only the last one has none.");
            }
            if (!isLast && i > 0 && !Rises(price.Steps[i - 1], step))
                problems.Add($"{path}/steps/{i}/upTo", "unreachable-tier", "No limit falls, and at least one rises.");
        }
    }

    // A thing without a limit in a step has none in the steps after it.
    private static bool Rises(CapacityStep below, CapacityStep step)
    {
        var falls = step.UpTo.Any(limit => below.UpTo.GetValueOrDefault(limit.Key, decimal.MaxValue) > limit.Value);
        var isSame = step.UpTo.Count == below.UpTo.Count
            && step.UpTo.All(limit => below.UpTo.GetValueOrDefault(limit.Key, decimal.MaxValue) == limit.Value);
        return !falls && !isSame;
    }

    private void CheckMatrix(MatrixPrice matrix, string path)
    {
        if (matrix.Dimensions.IsEmpty)
            problems.Add($"{path}/dimensions", "required", "A matrix has at least one dimension.");
        for (var i = 0; i < matrix.Rows.Length; i++)
        {
            var row = matrix.Rows[i];
            if (row.Values.Length != matrix.Dimensions.Length)
                problems.Add($"{path}/rows/{i}/values", "out-of-range", "A row has one value for each dimension.");
            CheckRanges(matrix, row, $"{path}/rows/{i}");
            CheckNested(row.Price, $"{path}/rows/{i}/price");
        }
        if (matrix.Otherwise is { } otherwise)
            CheckNested(otherwise, $"{path}/otherwise");
    }

    private void CheckRanges(MatrixPrice matrix, MatrixRow row, string path)
    {
        for (var i = 0; i < row.Ranges.Length; i++)
        {
            var range = row.Ranges[i];
            var at = matrix.Dimensions.IndexOf(range.Dimension);
            if (at < 0)
                problems.Add($"{path}/ranges/{i}/dimension", "unknown-dimension", "A range is of a dimension.");
            else if (at < row.Values.Length && row.Values[at] != MatrixRow.Any)
                problems.Add($"{path}/values/{at}", "out-of-range", "A dimension with a range has the value \"*\".");
            if (row.Ranges.Take(i).Any(one => one.Dimension == range.Dimension))
                problems.Add($"{path}/ranges/{i}", "out-of-range", "A dimension has one range.");
            if (range is { From: null, Below: null } || range.From >= range.Below)
                problems.Add($"{path}/ranges/{i}", "out-of-range", "A range has a limit, and holds a number.");
        }
    }

    private void CheckNested(PriceModel price, string path)
    {
        if (price is MatrixPrice or PriceModel.PerWindow or PriceModel.Tiers { Per: ChargePer.Life })
            problems.Add(path, "unfit-price", "The price of a row is no matrix, per no window and no life.");
        else
            Check(price, path, isOfEvents: true);
    }
}
