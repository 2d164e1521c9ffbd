// English lines that ask a shop, maker, bank or airline for a change, written by us.
import type { PhraseGroup } from './intent-phrases.contract.ts';

export const SUGGEST_EN: readonly PhraseGroup[] = [
  [
    ['suggest'],
    `
should offer half portions for kids
they really should offer a gluten free menu
would be nice if the cord was a foot longer
please add a volume slider
please put the size chart in the listing
wish they sold the lid separately
I wish this came in a travel size
if only it had a backlight
if it had one more pocket it would be perfect
could use a thicker box for shipping
could use some better lighting near the bar
could do with clearer instructions tbh
they need to add a few more tables outside
needs a proper off switch
you guys need to bring back the lemon flavor
you should let us pick our seats online
how about a text when the gate changes?
how about letting us freeze the card in the app
why not let customers choose the courier
it'd be great to have an option for paper statements
it'd be helpful to get an email when the refund goes out
an option to turn off the beep would be great
a little more ventilation would make this a better helmet
the maker should think about a left handed version
they ought to print the expiry date on the front
maybe include a spare battery next time
maybe turn the music down a bit?
can you guys turn the mic up a little
pls move the camera closer
plz do a restock of the green one
plz bring this to canada
next time show it on someone taller
next time do a side by side with the old model
hope the next version has usb c
hoping they make a sequel with the same cast
hope you add apple watch support soon
suggestion: put the price on screen
just a suggestion, but a map of the lounge would help
one suggestion would be to add captions
my only suggestion is a longer strap
my one wish is that it had a timer
the only thing i'd change is the size of the handle
only improvement i can think of is a wider base
would love to see this in a hardcover edition
would love an option to pay in two parts
would have liked a few more recipes with less sugar
an index at the back would have been useful
the author should have included maps
more photos and less text would make the next edition better
they should release this on blu-ray with the deleted scenes
please release the full series on dvd
wish the company would make refills
the company should consider using a metal hinge instead
you might want to add a note about the voltage
you may want to double check the boxes before they ship
consider sending a reminder before the trial ends
consider opening earlier on weekends
your site should save my address
your app should show pending charges right away
@airline you should really add more power outlets in coach
@airline please bring direct flights back to Omaha
@airline feature request: let me add my known traveler number on mobile
@airline any chance you'd add vegan snacks? would be awesome
@airline it would help if the agents had the same info as the website
let us customize the colors please
let people cancel online instead of calling
make it easier to find the cancel button please
larger print would be a big help for seniors
a free refill on the chips wouldn't hurt
adding a reservation system would help a lot
would be better with a zipper instead of velcro
it would be even better if the case had a handle
`,
  ],
  [
    ['praise', 'suggest'],
    `
Great tablet, I just wish it had a card slot
Love this place, they should open one downtown
Good food and nice people, would be nice to have more veggie dishes
Really solid headphones, only suggestion is softer ear pads
Works great, a longer cable would make it perfect
My kids love it. Please make more in this series!
crew was lovely as always, now please bring back the free cookies
Nice bag, could use one more pocket though
`,
  ],
  [
    ['complain', 'suggest'],
    `
The lid leaks every time, they should use a better seal
Waited 40 minutes for a table, they need to hire more staff
App logs me out every day, please fix this
Too much bubble wrap and plastic, please use less packaging
Instructions are useless, include some pictures next time
The hold music is awful and I waited an hour, how about a callback option
The font is way too small to read, should be at least two sizes bigger
Stiff seats and no legroom, you should rethink the layout
`,
  ],
];
