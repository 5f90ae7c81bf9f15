using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Problems;

namespace BillingActors.Gateway.Http;

/// <summary>
/// Which page of which list: a signed cursor that fits this list, this caller and these filters only.
/// </summary>
internal sealed class PageQuery : IBindableFromHttpContext<PageQuery>
{
    private const int LimitDefault = 50;
    private const int LimitMax = 500;
    private readonly Cursors _cursors;
    private readonly string _list;

    private PageQuery(Cursors cursors, string list, string position, int limit) =>
        (_cursors, _list, Position, Limit) = (cursors, list, position, limit);

    /// <summary>Rows wanted.</summary>
    public int Limit { get; }

    /// <summary>Key of the last row of the page before; empty for the first page.</summary>
    public string Position { get; }

    /// <summary>The position where keys are numbers; 0 for the first page.</summary>
    public long Number =>
        Position.Length == 0 ? 0 : long.Parse(Position, NumberStyles.None, CultureInfo.InvariantCulture);

    public static ValueTask<PageQuery?> BindAsync(HttpContext context, System.Reflection.ParameterInfo parameter)
    {
        var cursors = context.RequestServices.GetRequiredService<Cursors>();
        var list = ListOf(context);
        var cursor = context.Request.Query["cursor"].ToString();
        var position = cursor.Length == 0 ? "" : cursors.Read(list, cursor)
            ?? throw new ProblemException(ProblemCode.CursorInvalid, "The cursor belongs to another list.");
        return ValueTask.FromResult<PageQuery?>(new PageQuery(cursors, list, position, LimitOf(context.Request)));
    }

    /// <summary>Cuts a page from rows of which one more than the limit was asked for.</summary>
    public Page<T> Cut<T>(ImmutableArray<T> rows, Func<T, string> keyOf) => rows.Length <= Limit
        ? new Page<T>(rows, null)
        : new Page<T>(rows[..Limit], _cursors.Write(_list, keyOf(rows[Limit - 1])));

    /// <summary>A page whose end the caller found.</summary>
    public Page<T> Until<T>(ImmutableArray<T> rows, string? nextPosition) =>
        new(rows, nextPosition is null ? null : _cursors.Write(_list, nextPosition));

    private static int LimitOf(HttpRequest request)
    {
        var text = request.Query["limit"].ToString();
        if (text.Length == 0)
            return LimitDefault;
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit);
        return isNumber && limit is >= 1 and <= LimitMax
            ? limit
            : throw new ProblemException(ProblemCode.LimitInvalid, $"limit must be 1 to {LimitMax}.");
    }

    private static string ListOf(HttpContext context)
    {
        var filters = context.Request.Query
            .Where(pair => pair.Key is not ("cursor" or "limit"))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={pair.Value}");
        return string.Join('\n', [Caller.Of(context.User).PersonId, context.Request.Path.Value ?? "", .. filters]);
    }
}
