using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tax.Places;
using NodaTime;

namespace BillingActors.Domain.Tax;

/// <summary>Finds what would make a list of taxes compute wrongly, or not at all.</summary>
public static class TaxRuleValidation
{
    /// <summary>The problems of a jurisdiction, with their paths in its record.</summary>
    public static ImmutableArray<TariffProblem> ProblemsOf(TaxJurisdiction jurisdiction)
    {
        var problems = new ProblemList();
        if (string.IsNullOrWhiteSpace(jurisdiction.Name))
            problems.Add("name", "required", "A jurisdiction has a name.");
        if (jurisdiction.Rules.IsEmpty)
            problems.Add("taxes", "required", "A jurisdiction has at least one tax.");
        Check(jurisdiction.Rules, "taxes", problems);
        if (jurisdiction.ReverseCharge is { } reverse)
        {
            if (reverse.Categories.IsEmpty)
                problems.Add("reverseCharge/categories", "required", "A reverse charge names its tax categories.");
            if (string.IsNullOrWhiteSpace(reverse.Text))
                problems.Add("reverseCharge/text", "required", "A reverse charge has a wording for the document.");
            if (reverse.CheckDaysMax < 0)
                problems.Add("reverseCharge/checkDaysMax", "out-of-range", "Days are not negative.");
        }
        return problems.ToImmutable();
    }

    /// <summary>Notes the problems of a list of taxes.</summary>
    internal static void Check(ImmutableArray<TaxRule> taxes, string path, ProblemList problems)
    {
        for (var i = 0; i < taxes.Length; i++)
        {
            var (tax, at) = (taxes[i], $"{path}/{i}");
            if (string.IsNullOrWhiteSpace(tax.Code))
                problems.Add($"{at}/code", "required", "A tax has a code.");
            if (taxes.Take(i).Any(known => IsSame(known, tax)))
                problems.Add(at, "duplicate-tax", $"{tax.Code} at {tax.Percent} % is there twice.");
            if (tax.Percent is < 0 or > 100)
                problems.Add($"{at}/percent", "out-of-range", "A tax is 0 to 100 percent.");
            if (tax.Categories.IsEmpty)
                problems.Add($"{at}/categories", "required", "A tax names the categories it is taken of.");
            if (tax.ValidUntil <= (tax.ValidFrom ?? LocalDate.MinIsoValue))
                problems.Add($"{at}/validUntil", "ends-before-start", "A tax has at least one day.");
            if (tax.Reason != TaxReason.Standard && (tax.Percent != 0 || tax.PerUnit is not null))
                problems.Add($"{at}/percent", "percent-not-zero", "What is not taxed has zero percent and no perUnit.");
            CheckUnit(tax, at, problems);
            CheckBase(taxes, i, at, problems);
        }
    }

    private static void CheckUnit(TaxRule tax, string at, ProblemList problems)
    {
        if (tax.PerUnit is not { } amount)
        {
            if (tax.Unit is not null)
                problems.Add($"{at}/unit", "unit-without-amount", "A unit belongs to a tax with perUnit.");
            return;
        }
        if (amount < 0)
            problems.Add($"{at}/perUnit", "out-of-range", "An amount for a unit is not negative.");
        if (string.IsNullOrWhiteSpace(tax.Unit))
            problems.Add($"{at}/unit", "required", "A tax by unit names the unit.");
        if (tax.Percent != 0 || tax.IncludesTaxesBefore || !tax.OfTaxes.IsEmpty || tax.IsBracket)
        {
            problems.Add(
                $"{at}/perUnit", "percent-and-unit", "A tax by unit has no percentage, and no base but the unit.");
        }
    }

    private static void CheckBase(ImmutableArray<TaxRule> taxes, int index, string at, ProblemList problems)
    {
        var tax = taxes[index];
        foreach (var code in tax.OfTaxes)
        {
            if (!taxes.Take(index).Any(before => before.Code == code))
                problems.Add($"{at}/ofTaxes", "unknown-tax", $"No tax {code} stands before {tax.Code}.");
        }
        if (!tax.OfTaxes.IsEmpty && (tax.IncludesTaxesBefore || tax.IsBracket))
            problems.Add($"{at}/ofTaxes", "base-twice", "A tax of taxes has no other base.");
        if (tax.Over < 0 || tax.UpTo <= (tax.Over ?? 0m))
            problems.Add($"{at}/upTo", "out-of-range", "A tax counts from over, not negative, to a higher upTo.");
    }

    // One code may have a rate after another, and a rate for each part of an amount.
    private static bool IsSame(TaxRule left, TaxRule right) =>
        (left.Code, left.Percent, left.PerUnit, left.Unit, left.Reason, left.Over)
            == (right.Code, right.Percent, right.PerUnit, right.Unit, right.Reason, right.Over)
        && (left.ValidFrom ?? LocalDate.MinIsoValue) < (right.ValidUntil ?? LocalDate.MaxIsoValue)
        && (right.ValidFrom ?? LocalDate.MinIsoValue) < (left.ValidUntil ?? LocalDate.MaxIsoValue);
}
