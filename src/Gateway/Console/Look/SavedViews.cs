using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Gateway.Console.Lists;
using BillingActors.Storage.Users;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingActors.Gateway.Console.Look;

/// <summary>
/// Filters, order and columns that each person keeps by name, list by list. What was searched for is not kept: it may
/// be the name of a customer, and these are stored in clear.
/// </summary>
internal sealed class SavedViews(Desk desk, IViewSettingStore store)
{
    /// <summary>Views of a list that one person keeps.</summary>
    public const int CountMax = 12;

    /// <summary>Characters of a name.</summary>
    public const int NameLengthMax = 40;

    /// <summary>The person's views of a list, by name.</summary>
    public async Task<ImmutableArray<SavedView>> Of(string list, CancellationToken cancellation)
    {
        var text = await store.Find(await Person(cancellation), Key(list), cancellation);
        return text is null ? [] : JsonSerializer.Deserialize<ImmutableArray<SavedView>>(text);
    }

    /// <summary>Keeps a query by a name, over a view that had it; false where no more fit.</summary>
    public async Task<bool> Keep(string list, string name, ListQuery query, CancellationToken cancellation)
    {
        var shown = ListQuery.Clean(name);
        var view = new SavedView(
            shown.Length <= NameLengthMax ? shown : shown[..NameLengthMax], WithoutText(query).ToAddress());
        var others = (await Of(list, cancellation)).RemoveAll(one => one.Name == view.Name);
        return view.Name.Length > 0 && others.Length < CountMax && await Save(list, others.Add(view), cancellation);
    }

    /// <summary>Forgets a view.</summary>
    public async Task Forget(string list, string name, CancellationToken cancellation) => await Save(
        list, (await Of(list, cancellation)).RemoveAll(one => one.Name == name), cancellation);

    /// <summary>The query a view stands for.</summary>
    public static ListQuery QueryOf(SavedView view) =>
        ListQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(view.Address)));

    /// <summary>What of a query was kept when views had no order and no columns: its filters alone.</summary>
    public static ListQuery FiltersOf(ListQuery query) => new ListQuery() with { Filters = query.Filters };

    /// <summary>What of a query is kept: all but what was searched for.</summary>
    public static ListQuery WithoutText(ListQuery query) => query with { Text = "" };

    private static string Key(string list) => "views/" + list;

    private async Task<bool> Save(string list, ImmutableArray<SavedView> views, CancellationToken cancellation)
    {
        var text = JsonSerializer.Serialize(views.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name)));
        if (text.Length > IViewSettingStore.LengthMax)
            return false;
        await store.Save(await Person(cancellation), Key(list), text, cancellation);
        return true;
    }

    private async Task<string> Person(CancellationToken cancellation) => (await desk.Caller(cancellation)).PersonId;
}
