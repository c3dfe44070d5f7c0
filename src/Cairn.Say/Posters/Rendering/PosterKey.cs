using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cairn.Say.Posters.Rendering;

/// <summary>A name for everything a picture and its words are made from, the program included: the same key, the same bytes and the same entry of the manifest.</summary>
internal static class PosterKey
{
    /// <summary>Changes with every change of the program's own code.</summary>
    internal static readonly string Engine = typeof(PosterKey).Module.ModuleVersionId.ToString("N");

    public static string Of(PosterJob job, PosterContent content, string address)
    {
        var all = new StringBuilder();
        void Add(object? part) => all.Append(CultureInfo.InvariantCulture, $"{part}").Append('\u0001');
        Add(Engine);
        Add(job.File);
        Add(job.Format);
        Add(address);
        Add(content.Artwork.Layout);
        Add(content.Artwork.Motif);
        Add(content.Artwork.Audience?.Slug);
        Add(content.Artwork.Post.In(job.Language));
        Add(content.Artwork.Alternative.In(job.Language));
        Add(content.Colours);
        foreach (var text in new[] { content.Headline, content.Short, content.Answer, content.Label, content.ServiceName, content.Number, content.CampaignName })
            Add(text);
        Add(content.Notes);
        if (content.Figure is { } figure)
        {
            Add(figure with { Cells = [] });
            Add(string.Join(' ', figure.Cells));
        }

        foreach (var shape in content.Mark.Shapes)
            Add(shape);
        if (content.Partner is { } partner)
        {
            Add(partner.With);
            Add(partner.MarkHash);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}
