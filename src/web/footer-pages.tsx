import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { IDLE_MINUTES, MAX_SESSION_HOURS, type VisitorEnv } from '../access/index.ts'
import { Table } from '../ui/components/table.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'

interface FooterPageProps {
  frame: FrameProps
  title: string
  bold: string
  rest?: string
  children: Child
}

const FooterPage = ({ frame, title, bold, rest, children }: FooterPageProps) => (
  <Page frame={frame} title={title}>
    <PageHeading title={title} sentence={{ bold, rest }} />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  </Page>
)

const H2 = ({ children }: { children: Child }) => <h2 class="govuk-heading-m">{children}</h2>
const P = ({ children }: { children: Child }) => <p class="govuk-body">{children}</p>

const HelpPage = ({ frame }: { frame: FrameProps }) => (
  <FooterPage
    frame={frame}
    title="Help"
    bold="Ask the administrator of Waymark in your council first:"
    rest="they open accounts, give new passwords and change what a role may see."
  >
    <H2>You cannot sign in</H2>
    <P>
      Check the email address and the password. After five wrong tries in a row nobody can try that address
      for 15 minutes. An administrator can give you a new password at once.
    </P>
    <H2>You cannot open a page</H2>
    <P>
      What you may open depends on your role, and children’s records on the teams or cases you are given.
      “Page not found” is also the answer for a record that you may not see. If you need it for your work,
      tell the administrator which page and why.
    </P>
    <H2>A figure looks wrong</H2>
    <P>
      Open the figure: the page says how it is counted, and lists the children behind it where your role
      allows. If a child should or should not be there, correct the case record; the next load will show it.
      The data team can say which file and row a figure came from.
    </P>
    <H2>Something went wrong</H2>
    <P>Give the reference on the page to the help desk. It finds what happened without naming anyone.</P>
  </FooterPage>
)

const AccessibilityPage = ({ frame }: { frame: FrameProps }) => (
  <FooterPage
    frame={frame}
    title="Accessibility statement"
    bold="Waymark is built to meet level AA of the Web Content Accessibility Guidelines, version 2.2."
    rest="It works by keyboard, without JavaScript, at 400% zoom and on paper."
  >
    <H2>What to expect</H2>
    <ul class="govuk-list govuk-list--bullet">
      <li>every chart comes with a sentence that says what it shows, and a table of the same numbers</li>
      <li>nothing is shown by colour alone: each mark has a shape and a word</li>
      <li>wide tables scroll inside their own region, which the keyboard can reach</li>
    </ul>
    <H2>What has been checked</H2>
    <P>
      The pages are checked by a program (axe) in a browser, and the forms and tables by keyboard. A program
      finds only part of what can be wrong. Waymark has not yet been tested with people who use screen
      readers, nor audited by someone independent.
    </P>
    <H2>If something does not work for you</H2>
    <P>
      Tell the administrator of Waymark in your council which page, and what you use to read it. If the answer
      does not help, the Equality Advisory and Support Service can advise you.
    </P>
  </FooterPage>
)

const PrivacyPage = ({ frame }: { frame: FrameProps }) => (
  <FooterPage
    frame={frame}
    title="Privacy"
    bold="Waymark holds no child’s name."
    rest="It holds the case system’s number for each child, the days of what was done, and codes such as age, sex and ethnicity."
  >
    <H2>Children</H2>
    <P>
      The council loads this from its own case system, to see whether children get the help they need in time.
      It is shown only to those whose role and cases allow it. Each time rows about children are shown or
      exported, who looked, when and why is written to a log that cannot be changed unnoticed. Addresses and
      page titles never name a child.
    </P>
    <P>
      Nothing leaves the council’s own server: Waymark sends nothing to anyone. It predicts nothing about a
      child and scores nobody.
    </P>
    <H2>People who use Waymark</H2>
    <P>
      Waymark keeps your email address, role, the teams or cases you may see, and what you opened and changed.
      Passwords are kept only as a hash, from which they cannot be read.
    </P>
    <H2>Your rights</H2>
    <P>
      The council is the controller of this information. Its data protection officer answers questions about
      it, and about seeing or correcting what is held.
    </P>
  </FooterPage>
)

const CookiesPage = ({ frame }: { frame: FrameProps }) => (
  <FooterPage
    frame={frame}
    title="Cookies"
    bold="Waymark sets one cookie, which it needs to work."
    rest="It does not track you, so there is nothing to accept or refuse."
  >
    <Table
      caption="The cookie"
      captionClasses="govuk-table__caption--m"
      head={[{ text: 'Name' }, { text: 'What it is for' }, { text: 'How long it lasts' }]}
      firstCellIsHeader
      rows={[
        [
          { text: 'waymark or __Host-waymark' },
          { text: 'Keeps you signed in, and shows that a form you send came from your own page' },
          {
            text: `Until you sign out or close the browser. It stops working after ${IDLE_MINUTES} minutes without use, or ${MAX_SESSION_HOURS} hours`,
          },
        ],
      ]}
    />
  </FooterPage>
)

/** The pages that every footer links to, open to anyone. */
export const footerRoutes = (): Hono<VisitorEnv> =>
  new Hono<VisitorEnv>()
    .get('/help', (c) => c.html(<HelpPage frame={c.var.frame} />))
    .get('/accessibility', (c) => c.html(<AccessibilityPage frame={c.var.frame} />))
    .get('/privacy', (c) => c.html(<PrivacyPage frame={c.var.frame} />))
    .get('/cookies', (c) => c.html(<CookiesPage frame={c.var.frame} />))
